namespace RecurrentGpt.FakeModel;

/// <summary>Ways in which a chat reply goes wrong. Those that come in the middle come after <see cref="FakeReply.After"/> pieces.</summary>
public enum FakeFault
{
    None,

    /// <summary>Another status than 200, with <see cref="FakeReply.Body"/>.</summary>
    Status,

    /// <summary>Status 200 and <see cref="FakeReply.Body"/> as it stands, such as a web page.</summary>
    RawBody,

    /// <summary>The connection is reset before the status line.</summary>
    ResetBeforeAnswer,

    /// <summary>
    /// The connection is reset in the stream. What the client has not read by then may be lost to it, so a test that wants pieces first holds
    /// the reply there.
    /// </summary>
    ResetInStream,

    /// <summary>The connection is closed in the middle of the body; the client gets all that was sent.</summary>
    CloseInStream,

    /// <summary>The stream ends in good order, without a finish reason.</summary>
    EndWithoutFinish,

    /// <summary>The stream says that it is done, without a finish reason.</summary>
    DoneWithoutFinish,

    /// <summary>The stream carries <see cref="FakeReply.Body"/> as an event, and ends.</summary>
    ErrorEvent,

    /// <summary>The stream carries a piece of JSON that breaks off.</summary>
    BrokenJson,

    /// <summary>Nothing more comes, and the connection stays open until the client leaves.</summary>
    Silence,
}
