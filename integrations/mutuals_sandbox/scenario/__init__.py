"""What happens in the demo: invented people, their texts, weeks of history, and what goes on afterwards."""
