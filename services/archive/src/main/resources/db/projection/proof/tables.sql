-- The hashes of the complete subtrees of the Merkle tree of each negotiation; rows never change. The entry at position p is
-- the subtree of level 0 with the number p - 1.
create table proof_subtree (
    negotiation text    not null,
    level       integer not null,
    number      bigint  not null,
    hash        bytea   not null,
    primary key (negotiation, level, number)
);
