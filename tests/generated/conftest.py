"""A loopback server for the tests of the generated package."""

from loopback import loopback

__all__ = ["loopback"]
