"""How each verdict is marked in the article."""

# A sign and the word, so that no colour has to be told.
SIGNS = {
    "supported": "✓ supported",
    "misleading": "≈ misleading",
    "contradicted": "✗ contradicted",
    "unverifiable": "? unverifiable",
    "opinion": "○ opinion",
}
