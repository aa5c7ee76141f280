namespace RecurrentGpt.Offline.English;

/// <summary>What is seen, heard and handled in a romance.</summary>
internal static class EnglishBankRomance
{
    internal const string Text = """
        # places
        Bellavent
        Linden Square
        the village of Saint-Aure
        # spots
        the rose garden
        the bakery
        the music room
        the conservatory
        the old orchard
        the bookshop
        the little theatre
        the boathouse
        the winter garden
        the dressmaker's
        the kitchen
        the ferry house
        the upstairs gallery
        # things
        pressed flower
        dance card
        velvet ribbon
        borrowed umbrella
        postcard from the coast
        music box
        wedding list
        straw hat
        recipe book
        silver thimble
        guest book
        paper lantern
        # sound
        a piano being tuned
        the clink of glasses
        a waltz from an open window
        the rustle of a skirt on the stairs
        a bicycle bell
        the murmur of guests
        the coo of pigeons in the eaves
        # smell
        orange blossom
        warm bread
        rain on dust
        candle wax
        cut grass
        old roses
        # weather
        a warm wind moved the curtains
        the rain stopped as if somebody had asked it to
        the sun lay over the roofs like honey
        petals came down on everything
        the heat stood still between the walls
        a shower went over and left the streets shining
        the evening came in blue
        # far
        somebody was practising scales
        children ran home along the wall
        the market packed up its awnings
        a wedding party went by, singing badly
        a boat turned round on the water
        two old men argued about cards
        """;
}
