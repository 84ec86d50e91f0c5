"""Both clients of every API against Prism, a mock server that knows the specifications and nothing of sdkwright."""
