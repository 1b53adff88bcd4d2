"""Settings, addresses and entry point: knows every part, behaves like none."""
