namespace RecurrentGpt.Offline.English;

/// <summary>What is seen, heard and handled in a story of the past.</summary>
internal static class EnglishBankHistorical
{
    internal const string Text = """
        # places
        Haverby
        the free city of Aldern
        Saint Osyth's
        # spots
        the counting house
        the dyers' yard
        the cloister
        the guildhall
        the stables
        the printing shop
        the gatehouse
        the sail loft
        the apothecary's
        the great kitchen
        the bell foundry
        the governor's anteroom
        the tithe barn
        # things
        wax seal
        quill knife
        tally stick
        pilgrim badge
        account book
        powder horn
        lace collar
        silver spoon
        letter of safe passage
        psalter
        hourglass
        miniature portrait
        # sound
        the clatter of hooves on stone
        a press turning
        a drum beaten slowly
        the scrape of quills
        a hammering from the shipyard
        a friar at his prayers
        the cry of a watchman
        # smell
        tallow
        horse and leather
        fresh ink
        tanner's bark
        incense
        smoke from the lime kilns
        # weather
        rain turned the lanes to mud
        a hard frost held the river
        the wind stood in the east, as it had all that month
        dust rose behind every cart
        the heat brought the flies
        snow lay on the thatch
        the floodwater had begun to go down
        # far
        soldiers were drilling in the square
        the bells rang for someone's burial
        a herald read out what nobody wished to hear
        the market women were shouting prices
        barges lay waiting for the tide
        a crowd went by with torches
        """;
}
