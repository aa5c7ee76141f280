namespace RecurrentGpt.Offline.English;

/// <summary>How a sentence begins at each time of day.</summary>
internal static class EnglishBankHours
{
    internal const string Text = """
        # hour0
        at first light
        before the sun was up
        in the grey before morning
        when the dark began to thin
        at the hour when bakers wake
        as the first birds tried their voices
        # hour1
        by breakfast
        when the morning had properly begun
        that morning
        with the day still new
        before anybody had finished a first cup of anything
        halfway through the morning
        # hour2
        at noon
        when the shadows had drawn in under things
        toward midday
        as the clocks made up their minds about twelve
        in the flat light of noon
        when others were sitting down to eat
        # hour3
        in the long part of the afternoon
        after the midday meal
        when the light had begun to lean
        that afternoon
        as the day grew heavy
        some time past three
        # hour4
        at dusk
        when the lamps were being lit
        as the last colour went out of the day
        toward evening
        with the night coming on
        at the hour when people count who is home
        # hour5
        after dark
        when the rest of the house was asleep
        some time before midnight
        late that night
        in the small hours
        when every window but one was dark
        """;
}
