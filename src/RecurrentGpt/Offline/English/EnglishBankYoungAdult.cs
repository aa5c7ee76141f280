namespace RecurrentGpt.Offline.English;

/// <summary>What is seen, heard and handled in a story for young adults.</summary>
internal static class EnglishBankYoungAdult
{
    internal const string Text = """
        # places
        Marlow Bay
        Eastgate
        Pinehollow
        # spots
        the art room
        the swimming pool
        the chemistry lab
        the bus shelter
        the band room
        the corner shop
        the tree house
        the library
        the empty stadium
        the garage
        the boat shed
        the lost-property office
        the drama cupboard
        # things
        mix tape
        friendship bracelet
        locker key
        skateboard
        sketchbook
        detention slip
        polaroid
        bicycle lamp
        hooded jacket
        spray can
        ticket stub
        school badge
        # sound
        the buzz of the vending machine
        a bass line through a wall
        the squeak of shoes on a gym floor
        the bell that nobody obeyed
        a tap left running
        someone practising the same four chords
        the whir of bicycle wheels
        # smell
        chlorine
        wet trainers
        chips and vinegar
        acrylic paint
        cut grass
        bubble gum
        # weather
        the sun made the pavement soft
        rain drummed on the bus shelter
        a wind off the sea blew everybody's hair flat
        the sky went the colour of old jeans
        it was too warm for coats and too early for summer
        the first snow came, too thin to be of use
        clouds raced over the playing field
        # far
        a coach was shouting at the under-twelves
        somebody dropped an entire tray
        the last bus pulled away
        a group of small kids ran past, screaming happily
        a dog got onto the pitch
        someone was crying in a car
        """;
}
