using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Web.Features.Desk.Session;

internal static class SampleWriter
{
    /// <summary>Whether the built-in sample writer would write now. False for settings that cannot be used: that is told when something is to be written.</summary>
    public static async Task<bool> IsSampleAsync(this IModelSource models, CancellationToken cancellationToken)
    {
        try
        {
            return (await models.CurrentAsync(cancellationToken)).IsSample;
        }
        catch (ModelException)
        {
            return false;
        }
    }
}
