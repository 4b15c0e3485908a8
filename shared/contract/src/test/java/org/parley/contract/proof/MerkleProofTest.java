package org.parley.contract.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Properties of all trees up to 130 leaves, compared with a direct implementation of the RFC's definitions. */
class MerkleProofTest {
    private static final int SIZE_MAX = 130;
    private static final long SEED = 9162;

    private static final Random RANDOM = new Random(SEED);
    private static final List<byte[]> LEAVES =
            IntStream.range(0, SIZE_MAX).mapToObj(MerkleProofTest::content).toList();
    private static final InMemoryMerkleTree TREE = new InMemoryMerkleTree(LEAVES);
    private static final MerkleTree MERKLE = TREE.merkle();

    private static byte[] content(int number) {
        byte[] content = new byte[RANDOM.nextInt(40)];
        RANDOM.nextBytes(content);
        return content;
    }

    @Test
    void rootsMatchTheDefinition() {
        for (int size = 0; size <= SIZE_MAX; size++) {
            TreeHash root = TreeHash.of(ReferenceMerkleTree.mth(LEAVES.subList(0, size)));
            assertThat(MERKLE.root(size)).isEqualTo(root);
            assertThat(TREE.rootAt(size)).isEqualTo(root);
            assertThat(new MerkleFrontier(size, TREE::hash).root()).isEqualTo(root);
        }
    }

    @Test
    void resumedFrontierHasTheSameRoots() {
        for (int from = 0; from < SIZE_MAX; from++) {
            MerkleFrontier frontier = new MerkleFrontier(from, TREE::hash);
            frontier.add(TREE.leaf(from))
                    .forEach((subtree, hash) -> assertThat(hash).isEqualTo(TREE.hash(subtree)));
            assertThat(frontier.root()).isEqualTo(TREE.rootAt(from + 1));
            assertThat(frontier.size()).isEqualTo(from + 1);
        }
    }

    @Test
    void inclusionProofHoldsForItsLeafOnly() {
        for (int size = 1; size <= SIZE_MAX; size++) {
            TreeHash root = TREE.rootAt(size);
            for (int index = 0; index < size; index++) {
                InclusionProof proof = MERKLE.inclusion(index, size);
                assertThat(proof.hashes()).isEqualTo(hashes(ReferenceMerkleTree.path(index, LEAVES.subList(0, size))));
                assertThat(proof.proves(TREE.leaf(index), root)).isTrue();
                assertThat(proof.proves(flipped(TREE.leaf(index)), root)).isFalse();
                assertThat(proof.proves(TREE.leaf(index), flipped(root))).isFalse();
                InclusionProof neighbour = new InclusionProof((index + 1) % size, size, proof.hashes());
                assertThat(neighbour.proves(TREE.leaf(index), root)).isEqualTo(size == 1);
                assertNoneProves(proof.hashes(), other -> new InclusionProof(proof.index(), proof.size(), other)
                        .proves(TREE.leaf((int) proof.index()), root));
            }
        }
    }

    @Test
    void consistencyProofHoldsForEveryEarlierTree() {
        for (int to = 1; to <= SIZE_MAX; to++) {
            TreeHash later = TREE.rootAt(to);
            for (int from = 1; from <= to; from++) {
                TreeHash earlier = TREE.rootAt(from);
                ConsistencyProof proof = MERKLE.consistency(from, to);
                assertThat(proof.hashes()).isEqualTo(hashes(ReferenceMerkleTree.proof(from, LEAVES.subList(0, to))));
                assertThat(proof.proves(earlier, later)).isTrue();
                assertThat(proof.proves(flipped(earlier), later)).isFalse();
                assertThat(proof.proves(earlier, flipped(later))).isFalse();
                assertNoneProves(proof.hashes(), other -> new ConsistencyProof(proof.from(), proof.to(), other)
                        .proves(earlier, later));
            }
        }
    }

    @Test
    void consistencyProofFailsForAnotherHistory() {
        List<byte[]> rewritten = new ArrayList<>(LEAVES);
        rewritten.set(3, new byte[] {1});
        InMemoryMerkleTree other = new InMemoryMerkleTree(rewritten);
        for (int from = 4; from < SIZE_MAX; from++) {
            assertThat(other.merkle().consistency(from, SIZE_MAX).proves(TREE.rootAt(from), other.rootAt(SIZE_MAX)))
                    .isFalse();
        }
    }

    @Test
    void rejectsProofsOutsideTheTree() {
        assertThatIllegalArgumentException().isThrownBy(() -> MERKLE.inclusion(5, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> MERKLE.inclusion(-1, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> MERKLE.consistency(0, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> MERKLE.consistency(6, 5));
        assertThat(new InclusionProof(5, 5, List.of()).proves(TREE.leaf(0), TREE.rootAt(5)))
                .isFalse();
        assertThat(new InclusionProof(-1, 1, List.of()).proves(TREE.leaf(0), TREE.rootAt(1)))
                .isFalse();
        assertThat(new ConsistencyProof(0, 5, List.of()).proves(TREE.rootAt(0), TREE.rootAt(5)))
                .isFalse();
        assertThat(new ConsistencyProof(6, 5, List.of()).proves(TREE.rootAt(5), TREE.rootAt(5)))
                .isFalse();
        assertThat(new ConsistencyProof(3, 5, List.of()).proves(TREE.rootAt(3), TREE.rootAt(5)))
                .isFalse();
        assertThat(new ConsistencyProof(4, 5, List.of()).proves(TREE.rootAt(4), TREE.rootAt(5)))
                .isFalse();
    }

    /** Tries each hash with a flipped bit, one hash too few and one too many. */
    private static void assertNoneProves(List<TreeHash> hashes, Predicate<List<TreeHash>> proves) {
        for (int i = 0; i < hashes.size(); i++) {
            List<TreeHash> other = new ArrayList<>(hashes);
            other.set(i, flipped(hashes.get(i)));
            assertThat(proves.test(other)).isFalse();
        }
        List<TreeHash> longer = new ArrayList<>(hashes);
        longer.add(TreeHash.OF_EMPTY_TREE);
        assertThat(proves.test(longer)).isFalse();
        if (!hashes.isEmpty()) {
            assertThat(proves.test(hashes.subList(0, hashes.size() - 1))).isFalse();
            assertThat(proves.test(hashes.subList(1, hashes.size()))).isFalse();
        }
    }

    private static TreeHash flipped(TreeHash hash) {
        byte[] bytes = hash.bytes();
        int bit = RANDOM.nextInt(TreeHash.BYTES * Byte.SIZE);
        bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        return TreeHash.of(bytes);
    }

    private static List<TreeHash> hashes(List<byte[]> hashes) {
        return hashes.stream().map(TreeHash::of).toList();
    }
}
