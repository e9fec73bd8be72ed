"""Fetch reports from the web and look after the folder they go to: the only part that opens a connection."""
