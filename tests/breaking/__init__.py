"""Material for the tests of the rules of change."""
