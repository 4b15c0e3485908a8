/** Access control of a Kafka broker that Parley starts: its users, their logins, and their ACLs. */
@NullMarked
package org.parley.broker;

import org.jspecify.annotations.NullMarked;
