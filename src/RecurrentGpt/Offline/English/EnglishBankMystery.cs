namespace RecurrentGpt.Offline.English;

/// <summary>What is seen, heard and handled in a mystery.</summary>
internal static class EnglishBankMystery
{
    internal const string Text = """
        # places
        Wexcombe
        St. Alder's Cross
        Harrow Street
        # spots
        the study
        the back staircase
        the wine cellar
        the coroner's office
        the linen room
        the summer house
        the reading room
        the attic
        the chemist's shop
        the station waiting room
        the housekeeper's parlour
        the locked drawing room
        the darkroom
        # things
        monogrammed lighter
        pawn ticket
        pearl earring
        stopped clock
        blotted cheque
        train ticket
        medicine bottle
        walking stick
        ivory chessman
        silk cord
        calling card
        forged will
        # sound
        the tick of the hall clock
        a tap dripping
        a stair giving under some weight
        the scratch of a pen
        a telephone ringing and ringing
        the settling of coals in a grate
        a gate swinging on one hinge
        # smell
        pipe smoke
        furniture wax
        lavender and dust
        wet tweed
        bitter almonds
        cold ashes
        # weather
        rain worked at the windows
        fog stood in the street like a crowd
        the wind tried every door in turn
        sleet came down on the slates
        the mist thinned and thickened again
        a slow drizzle blackened the bricks
        the gutters ran over
        # far
        a cab went by
        the church bell struck the quarter
        a constable tried the shop doors, one after another
        somebody drew a curtain across the way
        the last train pulled out
        a dog barked twice
        """;
}
