"""A loopback server for the tests of calls."""

from loopback import loopback

__all__ = ["loopback"]
