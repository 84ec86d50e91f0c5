"""How fast the tool and a generated package are, as ratios and medians of one run (`make bench`)."""
