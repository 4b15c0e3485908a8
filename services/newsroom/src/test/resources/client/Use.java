import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import parley.client.ApiClient;
import parley.client.ApiException;
import parley.client.ApiResponse;
import parley.client.api.CommandsApi;
import parley.client.api.StateApi;
import parley.client.api.TrailApi;
import parley.client.model.Command;
import parley.client.model.CommandAnswer;
import parley.client.model.GivenActor;
import parley.client.model.GivenEvidence;
import parley.client.model.GivenSource;
import parley.client.model.NegotiationState;
import parley.client.model.ProposeCeasefire;
import parley.client.model.TrailPage;

/** A program of somebody who has only the generated client. */
public final class Use {
    private Use() {}

    /** Records a proposal and reads it back; what it finds, in a line. */
    public static String run(String address, String account, String password, String negotiation) throws Exception {
        String login = Base64.getEncoder()
                .encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
        ApiClient client = new ApiClient();
        client.updateBaseUri(address);
        client.setRequestInterceptor(request -> request.header("Authorization", "Basic " + login));
        CommandsApi commands = new CommandsApi(client);

        ProposeCeasefire proposal = new ProposeCeasefire()
                .command(ProposeCeasefire.CommandEnum.PROPOSE_CEASEFIRE)
                .developmentId(UUID.randomUUID().toString())
                .negotiation(negotiation)
                .matter("truce")
                .occurred("2025-08-10")
                .by(List.of(new GivenActor().party("UPL").person("Their envoy")))
                .consentOf(List.of(new GivenActor().party("LOW")))
                .evidence(new GivenEvidence()
                        .addSourcesItem(new GivenSource().publisher("A paper").title("A proposal"))
                        .grade("B2"));
        CommandAnswer tried = command(commands, proposal, true).getData();
        ApiResponse<CommandAnswer> recorded = command(commands, proposal, null);

        UUID id = recorded.getData().getDevelopmentId();
        NegotiationState state = new StateApi(client)
                .negotiation(StateApi.APINegotiationRequest.newBuilder()
                        .negotiation(negotiation)
                        .afterDevelopment(id)
                        .build());
        TrailPage trail = new TrailApi(client)
                .trail(TrailApi.APITrailRequest.newBuilder()
                        .negotiation(negotiation)
                        .kind(List.of("ceasefire"))
                        .build());
        return String.join(
                "; ",
                "tried " + tried.getEvent().getType() + " as version " + tried.getVersion(),
                "recorded with " + recorded.getStatusCode() + " as version " + recorded.getData().getVersion(),
                "repeated with " + command(commands, proposal, null).getStatusCode(),
                state.getMatters().stream()
                        .filter(matter -> matter.getActualInstance().getClass().getSimpleName().equals("CeasefireMatter"))
                        .map(matter -> matter.getCeasefireMatter().getStatus() + " by "
                                + matter.getCeasefireMatter().getDetail().getBy())
                        .toList()
                        .toString(),
                trail.getEntries().getFirst().getEvidence().getGrade(),
                refused(commands, proposal.developmentId(null).consentOf(List.of(new GivenActor().party("NOBODY")))));
    }

    private static ApiResponse<CommandAnswer> command(CommandsApi commands, ProposeCeasefire proposal, Boolean dryRun)
            throws ApiException {
        return commands.commandWithHttpInfo(CommandsApi.APICommandRequest.newBuilder()
                .command(new Command(proposal))
                .dryRun(dryRun)
                .build());
    }

    private static String refused(CommandsApi commands, ProposeCeasefire proposal) {
        try {
            return "recorded " + command(commands, proposal, false).getStatusCode();
        } catch (ApiException e) {
            return "refused with " + e.getCode();
        }
    }
}
