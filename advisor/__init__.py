"""advisor: from what a school sees to one plan that the whole school can carry."""

__version__ = "0.1.0"
