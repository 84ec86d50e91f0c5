"""Every operation of every package is called."""
