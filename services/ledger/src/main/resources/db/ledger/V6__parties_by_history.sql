-- Parties follow from the negotiation's own history: their names and kinds with its corrections and retractions.
drop table party;
