"""Hold a digest against an answer key that an editor wrote."""
