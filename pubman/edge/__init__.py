"""The only rooms that touch disk, network, clock and environment."""
