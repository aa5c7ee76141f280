using System.ClientModel.Primitives;
using System.Text;
using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Web.Models;

/// <summary>Reads the body of an answer that does not come in pieces.</summary>
internal static class AnswerBody
{
    /// <summary>The body's text; what is beyond the limit is left out.</summary>
    /// <exception cref="ModelException">The connection broke.</exception>
    public static async Task<string> TextAsync(PipelineResponse answer, int limit, CancellationToken cancellationToken)
    {
        if (answer.ContentStream is null)
        {
            return "";
        }

        try
        {
            using var read = new StreamReader(new BoundedStream(answer.ContentStream, limit), Encoding.UTF8);
            return await read.ReadToEndAsync(cancellationToken);
        }
        catch (Exception exception) when (TransportFailure.IsBroken(exception))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new ModelException(new StepFailure(FailureKind.CutOff, Reasons.Of("ConnectionClosed")), exception);
        }
    }
}
