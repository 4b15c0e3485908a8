/** Tests of the manifests, rendered by kustomize and checked against models of their resources, without a cluster. */
@NullMarked
package org.parley.kubernetes;

import org.jspecify.annotations.NullMarked;
