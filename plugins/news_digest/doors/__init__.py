"""The formats, one file each; the only readers of the seeds folder."""
