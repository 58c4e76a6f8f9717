-- Links to choose a new password. A row goes when its link is used, and with it all others of the person.
CREATE TABLE password_resets (
    -- SHA-256 of what the mail's link holds, which is kept nowhere.
    token_hash TEXT NOT NULL PRIMARY KEY,
    user_id BIGINT NOT NULL REFERENCES users(id),
    expires_at BIGINT NOT NULL
);
CREATE INDEX password_resets_by_user ON password_resets (user_id);

-- Devices that have logged into an account. Nothing is opened by one; strangers who guess at the account do not slow it down.
CREATE TABLE login_devices (
    -- SHA-256 of a cookie that lasts. Several people may use one device.
    token_hash TEXT NOT NULL,
    user_id BIGINT NOT NULL REFERENCES users(id),
    seen_at BIGINT NOT NULL,
    PRIMARY KEY (token_hash, user_id)
);
CREATE INDEX login_devices_by_user ON login_devices (user_id);
