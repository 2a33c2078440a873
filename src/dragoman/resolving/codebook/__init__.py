"""The codebook in TOML, one file for each kind of record."""
