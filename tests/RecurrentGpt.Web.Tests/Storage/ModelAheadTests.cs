using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Storage;

public sealed class ModelAheadTests
{
    [Fact]
    public async Task Begin_BeforeAnyContextIsMade_MakesTheModelOfReadersAndWriter()
    {
        await using var database = await TestDatabase.OpenAsync();

        var model = await ModelAhead.BeginAsync();

        await using var reader = database.Read();
        Assert.Same(model, reader.Model);
        await database.Queue.WriteAsync(writer =>
        {
            Assert.Same(model, writer.Model);
            return Task.FromResult(0);
        });
    }
}
