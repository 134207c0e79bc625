"""Many cases side by side: a bad one fails alone and is named, the rest is made, and nothing is done twice."""
