using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using RecurrentGpt.Web.Features.Play;
using RecurrentGpt.Web.Models;

namespace RecurrentGpt.Web.Tests.Features.Play;

/// <summary>The words of the play page, in English.</summary>
internal static class PlayWords
{
    private static readonly ServiceProvider Services = new ServiceCollection().AddLogging().AddLocalization().AddSingleton<FailureText>().BuildServiceProvider();

    public static IStringLocalizer<PlayText> Text { get; } = Services.GetRequiredService<IStringLocalizer<PlayText>>();

    public static FailureText Failures { get; } = Services.GetRequiredService<FailureText>();
}
