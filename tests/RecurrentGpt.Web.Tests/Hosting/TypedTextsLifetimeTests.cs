using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RecurrentGpt.Web.Hosting;
using RecurrentGpt.Web.Layout;

namespace RecurrentGpt.Web.Tests.Hosting;

public sealed class TypedTextsLifetimeTests
{
    private readonly TypedTexts _all = new();
    private readonly Page _page = new();

    [Fact]
    public async Task StoppingAsync_PageIsOpen_WaitsUntilItsTextsAreStored()
    {
        _all.Add(_page);

        var stopping = new TypedTextsLifetime(_all).StoppingAsync(CancellationToken.None);

        Assert.False(stopping.IsCompleted);
        _page.Stored.SetResult();
        await stopping;
    }

    [Fact]
    public async Task StoppingAsync_StoringTakesTooLong_WaitsNoLongerThanTheProgramMay()
    {
        _all.Add(_page);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new TypedTextsLifetime(_all).StoppingAsync(new CancellationToken(canceled: true)));
    }

    [Fact]
    public void StoppingAsync_PageHasGone_LeavesItAlone()
    {
        _all.Add(_page);
        _all.Remove(_page);

        Assert.True(new TypedTextsLifetime(_all).StoppingAsync(CancellationToken.None).IsCompletedSuccessfully);
    }

    [Fact]
    public void AddPages_AddsIt() =>
        Assert.Contains(new ServiceCollection().AddPages(), service => service.ServiceType == typeof(IHostedService) && service.ImplementationType == typeof(TypedTextsLifetime));

    private sealed class Page : ITypedText
    {
        public TaskCompletionSource Stored { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        Task ITypedText.StoreAsync() => Stored.Task;

        void ITypedText.Forget() => throw new NotSupportedException("Only a restored backup forgets.");
    }
}
