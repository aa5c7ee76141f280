using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Storage;

public sealed class OneModelTests
{
    [Fact]
    public async Task Model_OfReadersAndTheWriter_IsMadeOnce()
    {
        await using var database = await TestDatabase.OpenAsync();
        await using var reader = await database.Services.GetRequiredService<IDbContextFactory<WritingDb>>().CreateDbContextAsync();

        var written = await database.Writes.WriteAsync(db => Task.FromResult(db.Model));

        Assert.Same(written, reader.Model);
    }
}
