/** Connections to Kafka: the clients of every service, and the users, logins and ACLs of a broker that Parley starts. */
@NullMarked
package org.parley.broker;

import org.jspecify.annotations.NullMarked;
