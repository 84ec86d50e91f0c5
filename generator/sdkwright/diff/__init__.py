"""Two states of a specification compared: every change judged on the wire and in Python, and the version that follows."""

from __future__ import annotations
