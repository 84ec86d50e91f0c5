"""The API as meant: frozen values, neutral of any programming language."""
