"""The version of the tool, as the manifest of a generated package names it."""

VERSION = "0.1.0"
