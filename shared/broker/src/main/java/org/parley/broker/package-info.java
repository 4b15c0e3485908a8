/** Who may do what at a Kafka broker that Parley starts: its users, their logins, and their rights. */
@NullMarked
package org.parley.broker;

import org.jspecify.annotations.NullMarked;
