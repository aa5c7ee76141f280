using Bunit;
using RecurrentGpt.Web.Features.Desk.Sent;

namespace RecurrentGpt.Web.Tests.Features.Desk.Sent;

public sealed class SentRecallTests : DeskContext
{
    [Fact]
    public void Render_EntriesLeftOut_SaysWhyAndNotThatNothingWasRecalled()
    {
        var recall = Render<SentRecall>(parameters => parameters.Add(part => part.Entries, []).Add(part => part.HasLeftOut, true));

        Assert.StartsWith("The model could not take the first, longer prompt", recall.FindAll(".hint")[0].TextContent, StringComparison.Ordinal);
    }
}
