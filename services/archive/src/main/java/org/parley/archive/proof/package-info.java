/** The verifiable trail: its export, its Merkle tree, signed checkpoints and proofs. */
@NullMarked
package org.parley.archive.proof;

import org.jspecify.annotations.NullMarked;
