"""The server that fetching is tried on."""

from loopback import loopback

__all__ = ["loopback"]
