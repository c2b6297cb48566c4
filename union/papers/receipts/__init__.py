"""Receipts for full settlement and departure agreements: what each is worth, its sixty days, its denunciation."""
