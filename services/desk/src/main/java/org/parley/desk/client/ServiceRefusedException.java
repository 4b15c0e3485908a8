package org.parley.desk.client;

/** A service refused a request with a problem; nothing was recorded. */
public final class ServiceRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ServiceProblem problem;

    public ServiceRefusedException(ServiceProblem problem) {
        super(problem.message());
        this.problem = problem;
    }

    public ServiceProblem problem() {
        return problem;
    }
}
