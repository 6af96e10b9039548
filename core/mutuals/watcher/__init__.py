"""Watch: look at the network, judge what came, and keep the clocks."""
