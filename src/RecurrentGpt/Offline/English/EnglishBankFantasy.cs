namespace RecurrentGpt.Offline.English;

/// <summary>What is seen, heard and handled in fantasy.</summary>
internal static class EnglishBankFantasy
{
    internal const string Text = """
        # places
        Thornmere
        the city of Osk
        Low Harrowmoor
        # spots
        the bell tower
        the drowned chapel
        the weavers' hall
        the root cellar
        the throne room
        the dragon pit
        the scriptorium
        the stone circle
        the witch's kitchen
        the old armoury
        the crypt
        the border inn
        the moon gate
        # things
        silver antler
        rune stone
        oath ring
        crow-feather cloak
        glass dagger
        beeswax candle
        wishing bone
        dragon scale
        spell book
        thorn crown
        horn cup
        woven map
        # sound
        a horn a long way off
        the mutter of the well
        a folding of wings in the rafters
        the grind of the mill that has no miller
        a chant behind the stone
        the crackle of witch-fire
        a chain being drawn up
        # smell
        woodsmoke
        crushed thyme
        old iron
        wet wool
        snow on the way
        burnt honey
        # weather
        snow fell upward for a moment, as it does in that country
        mist came down from the barrows
        the wind spoke in its old language
        the two moons stood close together
        rain fell, warm as milk
        thunder walked along the hills
        frost wrote its letters on the stones
        # far
        a rider passed without lights
        the wolves began
        someone was calling the geese home
        a beacon was lit on the far ridge
        the watch changed on the wall
        a giant turned over in the hills
        """;
}
