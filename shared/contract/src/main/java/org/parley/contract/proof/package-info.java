/** Lets anyone verify a trail: its Merkle tree, inclusion and consistency proofs, and signed checkpoints. */
@NullMarked
package org.parley.contract.proof;

import org.jspecify.annotations.NullMarked;
