/** The manifests, rendered by kustomize itself and held against models of what they name; no cluster is asked. */
@NullMarked
package org.parley.kubernetes;

import org.jspecify.annotations.NullMarked;
