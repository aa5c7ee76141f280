using System.Globalization;
using RecurrentGpt.Runs;

namespace RecurrentGpt.Tests.Runs;

public sealed class SignalTests
{
    [Fact]
    public void Raise_Subscribed_TellsEach()
    {
        var signal = new Signal<int>();
        var (first, second) = (0, 0);
        using var one = signal.Subscribe(value => first += value);
        using var two = signal.Subscribe(value => second += value);

        signal.Raise(3);

        Assert.Equal((3, 3), (first, second));
    }

    [Fact]
    public void Raise_Disposed_TellsNoMore()
    {
        var signal = new Signal<int>();
        var told = 0;
        signal.Subscribe(_ => told++).Dispose();

        signal.Raise(1);

        Assert.Equal(0, told);
    }

    [Fact]
    public void Raise_InAnotherLanguage_TellsEachInTheirOwn()
    {
        var (signal, told) = (new Signal<int>(), "");
        Speak("zh-Hans");
        using var watching = signal.Subscribe(_ => told = $"{CultureInfo.CurrentUICulture.Name} {CultureInfo.CurrentCulture.Name}");
        Speak("en");

        signal.Raise(1);

        Assert.Equal("zh-Hans zh-Hans", told);
        Assert.Equal("en", CultureInfo.CurrentUICulture.Name);
    }

    private static void Speak(string language) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
}
