using RecurrentGpt.Recurrence;
using RecurrentGpt.Web.Commands;

namespace RecurrentGpt.Web.Tests.Commands;

public sealed class WriteEndTests
{
    [Theory]
    [InlineData(FailureKind.DiskFull, 1)]
    [InlineData(FailureKind.DiskReadOnly, 1)]
    [InlineData(FailureKind.Unauthorized, 3)]
    public void OfFailure_TheDiskOrTheModel_EndsWithItsOwnCode(FailureKind kind, int code) =>
        Assert.Equal(code, WriteEnd.OfFailure(new StepFailure(kind)).Code);
}
