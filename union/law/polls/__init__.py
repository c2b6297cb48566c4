"""Elections of staff delegates: who must hold them, how many seats, which days, who won them, and what follows."""
