"""What may be said about a specification beyond what stops it from being read."""
