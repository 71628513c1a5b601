-- Counting what waits of a key, and listing by status, must not go through all that the key ever had.
CREATE INDEX transcripts_of_owner_by_status ON transcripts (owner, status, seq);
