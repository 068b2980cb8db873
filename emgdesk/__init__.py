"""emgdesk: the secretariat's desk for the Environment Management Group."""

__version__ = "0.1.0"
