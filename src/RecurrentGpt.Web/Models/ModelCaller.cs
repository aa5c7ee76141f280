using System.ClientModel;
using System.ClientModel.Primitives;
using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Web.Models;

/// <summary>Sends a request through the SDK and hands back the open answer. Every way in which that fails has a name.</summary>
internal sealed class ModelCaller(Uri endpoint, SafeDetail safe, TimeProvider clock)
{
    private const int LongestError = 64 * 1_024;

    public SafeDetail Safe => safe;

    public TimeProvider Clock => clock;

    /// <summary>The answer with status 200, its body not read yet; whoever takes it disposes it.</summary>
    /// <exception cref="ModelException">There is no such answer.</exception>
    public async Task<PipelineResponse> SendAsync(Func<RequestOptions, Task<ClientResult>> send, CancellationToken cancellationToken)
    {
        var options = new RequestOptions
        {
            BufferResponse = false,
            ErrorOptions = ClientErrorBehaviors.NoThrow,
            CancellationToken = cancellationToken,
        };
        var answer = await AnswerAsync(() => send(options), cancellationToken);
        if (answer.Status is >= 200 and < 300)
        {
            return answer;
        }

        using (answer)
        {
            throw new ModelException(await FailureAsync(answer, cancellationToken));
        }
    }

    private async Task<PipelineResponse> AnswerAsync(Func<Task<ClientResult>> send, CancellationToken cancellationToken)
    {
        try
        {
            return (await send()).GetRawResponse();
        }
        catch (Exception exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TransportFailure.BeforeAnswer(exception, endpoint, safe) is { } failure)
            {
                throw new ModelException(failure, exception);
            }

            throw;
        }
    }

    private async Task<StepFailure> FailureAsync(PipelineResponse answer, CancellationToken cancellationToken)
    {
        // The status says enough; that the explanation broke off changes nothing.
        var body = "";
        try
        {
            body = await AnswerBody.TextAsync(answer, LongestError, cancellationToken);
        }
        catch (ModelException)
        {
        }

        var error = answer.Headers.TryGetValue("Location", out var location) && answer.Status is >= 300 and < 400
            ? new ErrorBody(Reasons.Of("PointsElsewhere", location ?? ""), "")
            : ErrorBody.Read(body);
        return AnswerFailure.OfStatus(answer.Status, error, safe) with { RetryAfter = RetryAfter.Read(answer.Headers, clock) };
    }
}
