/** What makes a trail checkable by anyone: its Merkle tree, proofs within it, and signed checkpoints of it. */
@NullMarked
package org.parley.contract.proof;

import org.jspecify.annotations.NullMarked;
